/** A township's own official account (公众号): its app id and secret, entered by the administrator. The secret never comes back. */
import type { Instant } from './time';

/** The longest app id and secret that WeChat gives are 18 and 32 characters. */
export const KEY_LENGTHS = { appid: 40, secret: 80 } as const;

/** One row: since when these keys were in force, and until when. */
export interface OfficialKeysRow {
  appid: string;
  since: Instant;
  /** Absent: in force. */
  until?: Instant;
  /** Why they were revoked; absent where others took their place. */
  words?: string;
}

export interface OfficialKeysView {
  /** 0: nobody has entered any. */
  edition: number;
  /** Newest first; at most one of them is in force. */
  rows: readonly OfficialKeysRow[];
  /** Whether the deployment's variables hold keys for this township, and for the district. */
  variables: { own: boolean; district: boolean };
}

/** What WeChat said when it was asked for a token with them. */
export interface KeysSaved {
  edition: number;
  /** `later`: WeChat gave no answer about them; they are kept all the same. */
  checked: 'works' | 'address' | 'later';
  /** Of `address`: what the account's white list lacks. */
  address?: string;
}

/** Role admin, of this township. */
export interface OfficialKeysActions {
  /** admit + 1. */
  officialKeys: { input: { township: string }; output: OfficialKeysView };
  /** `edition` as read. admit + 2, 3 for the first. Refusals: row-changed, keys-wrong (WeChat refuses them), key-reused. */
  saveOfficialKeys: {
    input: { township: string; edition: number; appid: string; secret: string };
    output: KeysSaved;
  };
  /** The secret is gone at once; articles go to the district's account where the settings say so. admit + 2. Refusals: row-changed, wrong-state (none is in force), key-reused. */
  revokeOfficialKeys: {
    input: { township: string; edition: number; words: string };
    output: { edition: number };
  };
}
