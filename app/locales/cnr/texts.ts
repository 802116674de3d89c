import account from "./account.json" with { type: "json" };
import admin from "./admin.json" with { type: "json" };
import attempt from "./attempt.json" with { type: "json" };
import authoring from "./authoring.json" with { type: "json" };
import bank from "./bank.json" with { type: "json" };
import certificate from "./certificate.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import detection from "./detection.json" with { type: "json" };
import exchange from "./exchange.json" with { type: "json" };
import faults from "./faults.json" with { type: "json" };
import graded from "./graded.json" with { type: "json" };
import grading from "./grading.json" with { type: "json" };
import jurisdictions from "./jurisdictions.json" with { type: "json" };
import learn from "./learn.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import packages from "./packages.json" with { type: "json" };
import player from "./player.json" with { type: "json" };
import questions from "./questions.json" with { type: "json" };
import quiz from "./quiz.json" with { type: "json" };
import quizzes from "./quizzes.json" with { type: "json" };
import site from "./site.json" with { type: "json" };
import statistics from "./statistics.json" with { type: "json" };
import survey from "./survey.json" with { type: "json" };
import teach from "./teach.json" with { type: "json" };
import status from "./status.json" with { type: "json" };

/** What Montenegrin says otherwise than Bosnian. */
export const texts = {
  account,
  admin,
  attempt,
  authoring,
  bank,
  certificate,
  common,
  detection,
  exchange,
  faults,
  graded,
  grading,
  jurisdictions,
  learn,
  mail,
  packages,
  player,
  questions,
  quiz,
  quizzes,
  site,
  statistics,
  survey,
  teach,
};

export { status };
