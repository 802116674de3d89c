import enAccount from "./en/account.json";
import enAdmin from "./en/admin.json";
import enCertificate from "./en/certificate.json";
import enCommon from "./en/common.json";
import enErrors from "./en/errors.json";
import enLearn from "./en/learn.json";
import enMail from "./en/mail.json";
import enQuiz from "./en/quiz.json";
import enSite from "./en/site.json";
import enSurvey from "./en/survey.json";
import enTeach from "./en/teach.json";
import srAccount from "./sr-Cyrl/account.json";
import srAdmin from "./sr-Cyrl/admin.json";
import srCertificate from "./sr-Cyrl/certificate.json";
import srCommon from "./sr-Cyrl/common.json";
import srErrors from "./sr-Cyrl/errors.json";
import srLearn from "./sr-Cyrl/learn.json";
import srMail from "./sr-Cyrl/mail.json";
import srQuiz from "./sr-Cyrl/quiz.json";
import srSite from "./sr-Cyrl/site.json";
import srSurvey from "./sr-Cyrl/survey.json";
import srTeach from "./sr-Cyrl/teach.json";

/** Every interface text that is written by hand: language → area → key → ICU message. */
export const catalogue = {
  en: {
    account: enAccount,
    admin: enAdmin,
    certificate: enCertificate,
    common: enCommon,
    errors: enErrors,
    learn: enLearn,
    mail: enMail,
    quiz: enQuiz,
    site: enSite,
    survey: enSurvey,
    teach: enTeach,
  },
  "sr-Cyrl": {
    account: srAccount,
    admin: srAdmin,
    certificate: srCertificate,
    common: srCommon,
    errors: srErrors,
    learn: srLearn,
    mail: srMail,
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
