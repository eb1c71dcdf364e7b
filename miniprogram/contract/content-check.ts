/** Content check of what villagers send (mission B10): nobody but the asker and the office sees a part before it is clear. */
import type { Instant } from './time';

/** `text`, `photo0` …, `recording0` …: by their places in the request; `notSolved-<instant>`: said with that step. */
export type PartId = string;

/** Why a person must look: what WeChat said, or that it could not be asked. */
export type HeldWhy = 'review' | 'risky' | 'unchecked';

export interface HeldPart {
  part: PartId;
  why: HeldWhy;
  /** What was typed. */
  text?: string;
  /** Of a photo or recording: a link that ends. */
  file?: string;
  /** Of a recording. */
  seconds?: number;
}

/** A request with parts that the office must release or keep back. */
export interface HeldRequest {
  request: string;
  number: string;
  /** Names, as shown. */
  village: string;
  category: string;
  createdAt: Instant;
  parts: readonly HeldPart[];
}

export interface ContentCheckActions {
  /** Roles staff, chief; those that wait longest first; `next` goes back as `after`. */
  listHeld: {
    input: { township: string; after?: string };
    output: { requests: readonly HeldRequest[]; next?: string };
  };
  /** Roles staff, chief, writes: shows the part to whoever handles the request, or keeps it from them for good. */
  settlePart: {
    input: { township: string; request: string; part: PartId; release: boolean };
    output: { request: string; part: PartId; released: boolean };
  };
}
