/** Why `npm start` cannot go on, in one sentence for the person who typed it. */
export class StartError extends Error {}
