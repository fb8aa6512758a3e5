/** The door of the claims: who says so. Everything the engines read, and what a person does with it. */

export { type Added, addFile, attachOriginal } from '#evidence/claims/add.ts';
export type { Changes, Terms } from '#evidence/claims/changes.ts';
export type { Claim, Evidence } from '#evidence/claims/claim.ts';
export { topmost } from '#evidence/claims/claim.ts';
export { loadEvidence } from '#evidence/claims/evidence.ts';
export { type ClaimFilter, type ClaimLine, inPlace, listClaims } from '#evidence/claims/list.ts';
export { type Decision, decide, editClaim, linkAnswer, undo, waiting } from '#evidence/claims/review.ts';
