/** The server as this page sees it: its routes with their types, and its refusals. */

import type { InferResponseType } from 'hono/client';
import { hc } from 'hono/client';
import type { Api } from '#server/server.ts';

export const api = hc<Api>('/api');

/** What the server refuses, in the reader's language. */
export class Failed extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

interface Answered<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** The body of an answer. Throws `Failed`; a server that is away throws what fetch throws. */
export async function bodyOf<T>(asked: Promise<Answered<T>>): Promise<T> {
  const response = await asked;
  if (response.ok) return response.json();
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  throw new Failed(response.status, problem.title ?? '', problem.detail ?? String(response.status));
}

export type State = InferResponseType<typeof api.state.$get>;
export type ClaimList = InferResponseType<typeof api.claims.$get>;
export type ListedClaim = ClaimList['rows'][number];
export type ClaimLine = ListedClaim['answerLines'][number];
export type WholeClaim = InferResponseType<(typeof api.claims)[':id']['$get']>;
export type Found = InferResponseType<typeof api.findings.$get>;
export type Ladder = InferResponseType<typeof api.findings.ladder.$get>;
export type Finding = Found['finding'];
export type Matrix = InferResponseType<typeof api.findings.places.$get>;
export type Standards = InferResponseType<typeof api.standards.$get>;
export type StandardList = InferResponseType<(typeof api)['standard-list']['$get']>;
export type StandardPage = InferResponseType<(typeof api.standards)[':id']['$get']>;
export type FigureList = InferResponseType<typeof api.figures.$get>;
export type FigureGroup = FigureList['groups'][number];
export type MoneyList = InferResponseType<typeof api.money.$get>;
export type MoneyRow = MoneyList['rows'][number];
export type ReportPreview = InferResponseType<typeof api.report.$get>['preview'];
export type RequestList = InferResponseType<typeof api.requests.$get>;
export type Response = InferResponseType<typeof api.response.$get>;
export type Source = InferResponseType<(typeof api.sources)[':id']['$get']>;
export type Families = InferResponseType<typeof api.families.$get>;
export type Compared = InferResponseType<typeof api.compare.$get>;
export type Desk = InferResponseType<typeof api.review.$get>;
export type DriftedClaim = InferResponseType<typeof api.anchors.$get>['rows'][number];
export type VersionList = InferResponseType<(typeof api.versions)[':id']['$get']>;
export type OutletMarks = InferResponseType<(typeof api.sources)[':id']['outlet']['$get']>;
export type PrintedPage = InferResponseType<(typeof api.sources)[':id']['pages'][':page{[0-9]+}']['$get']>;
export type Party = InferResponseType<(typeof api.parties)[':id']['$get']>;
export type Proposal = Desk['rows'][number];
export type JobLine = InferResponseType<typeof api.jobs.$get>['jobs'][number];
