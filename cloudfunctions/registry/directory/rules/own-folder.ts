/** The one folder of the cloud storage into which an account may upload, seen from the township it writes to. */
export function ownFolder(township: string, account: string): string {
  return `${township}/u/${account}`;
}
