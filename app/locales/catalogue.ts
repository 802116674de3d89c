import enAccount from "./en/account.json" with { type: "json" };
import enAdmin from "./en/admin.json" with { type: "json" };
import enAuthoring from "./en/authoring.json" with { type: "json" };
import enBank from "./en/bank.json" with { type: "json" };
import enCertificate from "./en/certificate.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enErrors from "./en/errors.json" with { type: "json" };
import enExchange from "./en/exchange.json" with { type: "json" };
import enLearn from "./en/learn.json" with { type: "json" };
import enMail from "./en/mail.json" with { type: "json" };
import enPackages from "./en/packages.json" with { type: "json" };
import enPlayer from "./en/player.json" with { type: "json" };
import enQuestions from "./en/questions.json" with { type: "json" };
import enQuiz from "./en/quiz.json" with { type: "json" };
import enSite from "./en/site.json" with { type: "json" };
import enSurvey from "./en/survey.json" with { type: "json" };
import enTeach from "./en/teach.json" with { type: "json" };
import srAccount from "./sr-Cyrl/account.json" with { type: "json" };
import srAdmin from "./sr-Cyrl/admin.json" with { type: "json" };
import srAuthoring from "./sr-Cyrl/authoring.json" with { type: "json" };
import srBank from "./sr-Cyrl/bank.json" with { type: "json" };
import srCertificate from "./sr-Cyrl/certificate.json" with { type: "json" };
import srCommon from "./sr-Cyrl/common.json" with { type: "json" };
import srErrors from "./sr-Cyrl/errors.json" with { type: "json" };
import srExchange from "./sr-Cyrl/exchange.json" with { type: "json" };
import srLearn from "./sr-Cyrl/learn.json" with { type: "json" };
import srMail from "./sr-Cyrl/mail.json" with { type: "json" };
import srPackages from "./sr-Cyrl/packages.json" with { type: "json" };
import srPlayer from "./sr-Cyrl/player.json" with { type: "json" };
import srQuestions from "./sr-Cyrl/questions.json" with { type: "json" };
import srQuiz from "./sr-Cyrl/quiz.json" with { type: "json" };
import srSite from "./sr-Cyrl/site.json" with { type: "json" };
import srSurvey from "./sr-Cyrl/survey.json" with { type: "json" };
import srTeach from "./sr-Cyrl/teach.json" with { type: "json" };

/** Every interface text that is written by hand: language → area → key → ICU message. */
export const catalogue = {
  en: {
    account: enAccount,
    admin: enAdmin,
    authoring: enAuthoring,
    bank: enBank,
    certificate: enCertificate,
    common: enCommon,
    errors: enErrors,
    exchange: enExchange,
    learn: enLearn,
    mail: enMail,
    packages: enPackages,
    player: enPlayer,
    questions: enQuestions,
    quiz: enQuiz,
    site: enSite,
    survey: enSurvey,
    teach: enTeach,
  },
  "sr-Cyrl": {
    account: srAccount,
    admin: srAdmin,
    authoring: srAuthoring,
    bank: srBank,
    certificate: srCertificate,
    common: srCommon,
    errors: srErrors,
    exchange: srExchange,
    learn: srLearn,
    mail: srMail,
    packages: srPackages,
    player: srPlayer,
    questions: srQuestions,
    quiz: srQuiz,
    site: srSite,
    survey: srSurvey,
    teach: srTeach,
  },
};

type Catalogue = (typeof catalogue)["en"];

export type Area = keyof Catalogue;

/** "area.key" of every message. */
export type MessageKey = { [A in Area]: `${A}.${keyof Catalogue[A] & string}` }[Area];
