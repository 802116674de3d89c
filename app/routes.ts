import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every address of the site and its file, on one page. */
export default [
  // site/: pages for everybody
  index("routes/site/home.tsx"),
  route("language", "routes/site/language.tsx"),
  route("safety", "routes/site/safety.tsx"),
  route("privacy", "routes/site/privacy.tsx"),
  route("certificates/:serial", "routes/site/certificate.tsx"),
  route("accessibility", "routes/site/accessibility.tsx"),
  route("messages/:language/:bundle", "routes/site/messages.ts"),

  // account/: signing in, invitations, one's own data

  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("setup/:token", "routes/account/setup.tsx"),
  route("invitations/:token", "routes/account/invitation.tsx"),
  route("password-reset", "routes/account/password-reset.tsx"),
  route("password-reset/:token", "routes/account/new-password.tsx"),
  route("account", "routes/account/account.tsx"),
  route("account/password", "routes/account/password.tsx"),
  route("account/sessions", "routes/account/sessions.tsx"),
  route("account/data.json", "routes/account/data.tsx"),

  // learn/: the learner's pages
  route("learn", "routes/learn/home.tsx"),
  route("learn/:course", "routes/learn/course.tsx"),
  route("learn/:course/progress", "routes/learn/progress.tsx"),
  route("learn/:course/lessons/:activity", "routes/learn/lesson-start.tsx"),
  route("learn/:course/lessons/:activity/print", "routes/learn/lesson-print.tsx"),
  route("learn/:course/lessons/:activity/:page", "routes/learn/lesson.tsx"),
  route("learn/:course/quizzes/:activity", "routes/learn/quiz.tsx"),
  route("learn/:course/quizzes/:activity/attempts.csv", "routes/learn/attempts-csv.ts"),
  route("learn/:course/quizzes/:activity/attempts/:number", "routes/learn/quiz-attempt.tsx"),
  route(
    "learn/:course/quizzes/:activity/attempts/:number/questions/:position",
    "routes/learn/quiz-question.tsx",
  ),
  route("learn/:course/quizzes/:activity/attempts/:number/summary", "routes/learn/quiz-summary.tsx"),
  route("learn/:course/quizzes/:activity/attempts/:number/result", "routes/learn/quiz-result.tsx"),
  route("learn/:course/surveys/:activity", "routes/learn/survey.tsx"),
  route("learn/:course/certificate", "routes/learn/certificate.tsx"),
  route("learn/:course/certificate.pdf", "routes/learn/certificate-file.ts"),
  route("media/:sha256", "routes/learn/media.ts"),

  // teach/: the trainer's pages
  route("teach", "routes/teach/home.tsx"),
  route("teach/packages", "routes/teach/packages.tsx"),
  route("teach/packages/:package", "routes/teach/package.tsx"),
  route("teach/packages/:package/:version/courses/:course", "routes/teach/package-activity.tsx"),
  route(
    "teach/packages/:package/:version/courses/:course/replacement",
    "routes/teach/package-replacement.tsx",
  ),
  route("teach/packages/:package/:version/course", "routes/teach/package-course.tsx"),
  route("teach/:course", "routes/teach/results.tsx"),
  route("teach/:course/items.csv", "routes/teach/items-csv.ts"),
  route("teach/:course/survey.csv", "routes/teach/survey-csv.ts"),
  route("teach/:course/enrolments", "routes/teach/enrolments.tsx"),
  route("teach/:course/enrolments.csv", "routes/teach/enrolments-csv.ts"),
  route("teach/:course/preview", "routes/teach/preview.tsx"),
  route("teach/:course/preview/lessons/:activity/:page", "routes/teach/preview-lesson.tsx"),
  route("teach/:course/preview/quizzes/:activity", "routes/teach/preview-quiz.tsx"),
  route("teach/:course/preview/surveys/:activity", "routes/teach/preview-survey.tsx"),
  route("teach/:course/preview/certificate.pdf", "routes/teach/preview-certificate.ts"),
  route("teach/:course/review", "routes/teach/review.tsx"),
  route("teach/:course/team", "routes/teach/team.tsx"),

  // admin/: the administrator's pages
  route("admin", "routes/admin/overview.tsx"),
  route("admin/overview/:file", "routes/admin/overview-csv.ts"),
  route("admin/people", "routes/admin/people.tsx"),
  route("admin/people.csv", "routes/admin/people-csv.ts"),
  route("admin/people/invitations", "routes/admin/invitations.tsx"),
  route("admin/people/:id", "routes/admin/person.tsx"),
  route("admin/people/:id/audit.csv", "routes/admin/audit-csv.ts"),
  route("admin/certificates", "routes/admin/certificates.tsx"),
  route("admin/certificates.csv", "routes/admin/certificates-csv.ts"),
  route("admin/jobs", "routes/admin/jobs.tsx"),
  route("admin/jobs/:file", "routes/admin/jobs-csv.ts"),
  route("admin/outbox", "routes/admin/outbox.tsx"),
  route("admin/outbox.csv", "routes/admin/outbox-csv.ts"),
  route("admin/outbox/:mail", "routes/admin/outbox-mail.tsx"),

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;
