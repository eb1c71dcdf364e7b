/** What differs between two deployments of the phone. Townships and all else are rows on the server. */
export const DEPLOYMENT: {
  /** Cloud environment id; empty: the one bound to the app. */
  readonly environment: string;
} = { environment: '' };
