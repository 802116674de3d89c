import account from "./account.json" with { type: "json" };
import admin from "./admin.json" with { type: "json" };
import assignment from "./assignment.json" with { type: "json" };
import attempt from "./attempt.json" with { type: "json" };
import authoring from "./authoring.json" with { type: "json" };
import bank from "./bank.json" with { type: "json" };
import captions from "./captions.json" with { type: "json" };
import certificate from "./certificate.json" with { type: "json" };
import cleanUp from "./clean-up.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import courseExport from "./course-export.json" with { type: "json" };
import detection from "./detection.json" with { type: "json" };
import drafts from "./drafts.json" with { type: "json" };
import edition from "./edition.json" with { type: "json" };
import editor from "./editor.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import evidence from "./evidence.json" with { type: "json" };
import exchange from "./exchange.json" with { type: "json" };
import faults from "./faults.json" with { type: "json" };
import foreignCourse from "./foreign-course.json" with { type: "json" };
import graded from "./graded.json" with { type: "json" };
import grading from "./grading.json" with { type: "json" };
import jurisdictions from "./jurisdictions.json" with { type: "json" };
import learn from "./learn.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import media from "./media.json" with { type: "json" };
import notice from "./notice.json" with { type: "json" };
import outline from "./outline.json" with { type: "json" };
import packages from "./packages.json" with { type: "json" };
import player from "./player.json" with { type: "json" };
import portable from "./portable.json" with { type: "json" };
import provenance from "./provenance.json" with { type: "json" };
import publishing from "./publishing.json" with { type: "json" };
import questions from "./questions.json" with { type: "json" };
import quiz from "./quiz.json" with { type: "json" };
import quizzes from "./quizzes.json" with { type: "json" };
import reviews from "./reviews.json" with { type: "json" };
import safeContact from "./safe-contact.json" with { type: "json" };
import sessions from "./sessions.json" with { type: "json" };
import site from "./site.json" with { type: "json" };
import statistics from "./statistics.json" with { type: "json" };
import status from "./status.json" with { type: "json" };
import survey from "./survey.json" with { type: "json" };
import teach from "./teach.json" with { type: "json" };
import terms from "./terms.json" with { type: "json" };
import tools from "./tools.json" with { type: "json" };
import transfer from "./transfer.json" with { type: "json" };
import triage from "./triage.json" with { type: "json" };
import workbench from "./workbench.json" with { type: "json" };

export const texts = {
  account,
  admin,
  assignment,
  attempt,
  authoring,
  bank,
  captions,
  certificate,
  cleanUp,
  common,
  courseExport,
  detection,
  drafts,
  edition,
  editor,
  errors,
  evidence,
  exchange,
  faults,
  foreignCourse,
  graded,
  grading,
  jurisdictions,
  learn,
  mail,
  media,
  notice,
  outline,
  packages,
  player,
  portable,
  provenance,
  publishing,
  questions,
  quiz,
  quizzes,
  reviews,
  safeContact,
  sessions,
  site,
  statistics,
  survey,
  teach,
  terms,
  tools,
  transfer,
  triage,
  workbench,
};

export { status };
