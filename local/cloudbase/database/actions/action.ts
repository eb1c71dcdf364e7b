import type { Store } from '../store/store';
import type { Cost, DatabaseOptions, DuplicateCode, Wire } from '../types';

/** What an action works with. */
export interface ActionContext {
  readonly store: Store;
  readonly cost: Cost;
  readonly duplicateCode: DuplicateCode;
  readonly aggregateDefaultLimit: number | null;
  readonly updateAndReturn: NonNullable<DatabaseOptions['updateAndReturn']>;
  readonly updatedCounts: NonNullable<DatabaseOptions['updatedCounts']>;
  /** Epoch milliseconds at which the action began. */
  readonly now: number;
  onUndeclaredScan(text: string): void;
}

/** One action of the wire: it runs to its end without a pause, so nothing comes between. */
export type Action = (context: ActionContext, body: Wire) => Wire;
