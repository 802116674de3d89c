const otherPackage =
  "The case expects objectives that another package of ADL's set has left behind (adlseq:objectivesGlobalToSystem). Sigurna keeps global objectives within a package, on purpose: another course must not decide what a learner is shown in this one.";

/** Why a case goes otherwise than ADL expects, in plain words. Every deviation in the report has an entry here. */
export const knownDeviations: Readonly<Record<string, string>> = {
  "CO-07b": otherPackage,
  "OB-09b": otherPackage,
  "SX-11c": otherPackage,
};
