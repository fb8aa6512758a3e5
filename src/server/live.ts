/** A dossier that is served: its evidence in memory, brought up to date when anybody has acted on the store. */
import { randomUUID } from 'node:crypto';
import { type Evidence, loadEvidence, renewEvidence } from '#evidence/claims/claims.ts';
import type { Model } from '#evidence/model/model.ts';
import { Adding } from '#server/adding.ts';
import { changesSince, checkpointOf, type Store } from '#store/store.ts';
import { type Triage, triageOf } from '#triage/triage.ts';

export interface Live {
  readonly store: Store;
  /** Who acts through the workbench. */
  readonly by: string;
  /** One for each start, so that a page can tell that the server was started again. */
  readonly start: string;
  /** A model of this machine that may be asked about files that are added; only about those it is wished for. */
  readonly model: Model | null;
  /** Files that are added in the background. */
  readonly adding: Adding;
  /** The number of the last act. */
  seq(): Promise<number>;
  /** The dossier as it stands now; the same object until something changes. */
  evidence(): Promise<Evidence>;
  /** What waits for a person, and in which order. */
  readonly triage: Triage;
}

export async function live(store: Store, by: string, model: Model | null = null): Promise<Live> {
  let seq = (await checkpointOf(store)).seq;
  let current = await loadEvidence(store);
  // one after the other: two requests never renew the same evidence twice
  let turn: Promise<unknown> = Promise.resolve();
  async function renew(): Promise<Evidence> {
    const changes = await changesSince(store, seq);
    if (changes.subjects.length > 0) {
      current = await renewEvidence(store, current, changes.subjects);
      seq = changes.seq;
    }
    return current;
  }
  return {
    store,
    by,
    start: randomUUID(),
    model,
    adding: new Adding(store, by, model),
    triage: triageOf(store),
    seq: async () => (await checkpointOf(store)).seq,
    evidence: () => {
      const next = turn.catch(() => undefined).then(renew);
      turn = next;
      return next;
    },
  };
}
