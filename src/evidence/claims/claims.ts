/** The door of the claims: who says so. Everything the engines read, and what a person does with it. */

export { unasked } from '#evidence/claims/accept.ts';
export { type Added, addBytes, addFile, attachBytes, attachOriginal } from '#evidence/claims/add.ts';
export { type Carried, carriedTo } from '#evidence/claims/carried.ts';
export type { Changes, Terms } from '#evidence/claims/changes.ts';
export type { Claim, Evidence } from '#evidence/claims/claim.ts';
export { partyName, topmost } from '#evidence/claims/claim.ts';
export { loadEvidence, renewEvidence } from '#evidence/claims/evidence.ts';
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
export { type Decision, decide, edit, linkAnswer, undo, waiting } from '#evidence/claims/review.ts';
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
