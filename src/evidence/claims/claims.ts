/** The door of the claims: who says so. Everything the engines read, and what a person does with it. */

export { unasked } from '#evidence/claims/accept.ts';
export {
  type About,
  type Added,
  type AddedPart,
  addBytes,
  addFile,
  attachBytes,
  attachOriginal,
  type Further,
} from '#evidence/claims/add.ts';
export {
  type AddingOptions,
  type AddOptions,
  addOptions,
  filesThere,
  runAdding,
  startAdding,
  unfinished,
  unfinishedJobs,
} from '#evidence/claims/add-many.ts';
export { checkModel, type Elements, type ModelChoice } from '#evidence/claims/ask.ts';
export { type Bears, BINDS, bear } from '#evidence/claims/bear.ts';
export { type Carried, carriedTo } from '#evidence/claims/carried.ts';
export type { Changes, Terms } from '#evidence/claims/changes.ts';
export type { Claim, Evidence } from '#evidence/claims/claim.ts';
export { originName, partyName, topmost } from '#evidence/claims/claim.ts';
export { type Compared, compare } from '#evidence/claims/compare.ts';
export { copyProposals, proposeCopies } from '#evidence/claims/copies.ts';
export { type Drifted, isUnsure, listDrifted } from '#evidence/claims/drifted.ts';
export { loadEvidence, renewEvidence } from '#evidence/claims/evidence.ts';
export { type Family, families, type Link, relate } from '#evidence/claims/families.ts';
export { knownIn } from '#evidence/claims/known.ts';
export {
  type ClaimFilter,
  type ClaimLine,
  claimLine,
  fittingClaims,
  inPlace,
  listClaims,
} from '#evidence/claims/list.ts';
export { editParty, mergeParties } from '#evidence/claims/merge.ts';
export { claimsBySource, claimsNaming, namesOf, partiesIn, partyNamed } from '#evidence/claims/named.ts';
export {
  findParty,
  listParties,
  type PartyLine,
  type PartyWhole,
  wholeParty,
} from '#evidence/claims/parties.ts';
export { passageOf } from '#evidence/claims/passage.ts';
export { lookApart, type ReadTexts, type Said } from '#evidence/claims/read-apart.ts';
export { type Reextracted, reextract } from '#evidence/claims/reextract.ts';
export { type Decision, decide, edit, linkAnswer, undo, waiting } from '#evidence/claims/review.ts';
export { recordSearch, type Searched } from '#evidence/claims/searches.ts';
export { keepStatement, type PutStatement, type Statement, statedClaim } from '#evidence/claims/statement.ts';
export { type Translation, translate, untranslate } from '#evidence/claims/translate.ts';
export {
  addVersion,
  listVersions,
  type Version,
  type VersionClaim,
} from '#evidence/claims/versions.ts';
export {
  type Choice,
  chosenFrom,
  type Desk,
  loadDesk,
  proposalsById,
  renewDesk,
  type Shown,
  sourceTitles,
  type Waits,
} from '#evidence/claims/waiting.ts';
