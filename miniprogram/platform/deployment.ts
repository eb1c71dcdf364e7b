/**
 * What differs between two deployments of the phone: a district puts its own townships here.
 * Everything else about a township is rows on the server.
 */
export const DEPLOYMENT: {
  /** Cloud environment id; empty: the one bound to the app. */
  readonly environment: string;
  /** Offered to whoever comes without a poster's code. */
  readonly townships: readonly { readonly id: string; readonly name: string }[];
} = {
  environment: '',
  townships: [
    { id: 'bh', name: '白鹤镇' },
    { id: 'qs', name: '青石乡' },
  ],
};
