/**
 * media (文件): takes in what somebody uploaded, once. What others see, what is checked, approved and pushed, are the
 * bytes that this function stored; what lies in the sender's own folder may change, these do not.
 */

/** gone: nothing lies there · empty: no bytes · large: too many · unreadable: not what it should be, or damaged. */
export type FileFault = 'gone' | 'empty' | 'large' | 'unreadable';

/** photo, recording: of a request or an activity · picture: of an article, as the official account takes it · paper: of a session or a study. */
export type FileUse = 'photo' | 'recording' | 'picture' | 'paper';

/** What became of an uploaded file: where its copy lies, or why there is none. */
export type TakenIn = { file: string } | { fault: FileFault };

/** A picture laid onto a drawing: a kept file, or `code:<words>` for a QR code. */
export interface LaidPicture {
  picture: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface MediaActions {
  /**
   * The product itself: a file of a request, or the `picture` of an activity, for good. Asked again, it answers the same;
   * a file that became somebody else's is gone.
   */
  takeIn: {
    input: { township: string; file: string; use: FileUse; picture?: string };
    output: TakenIn;
  };
  /** Whoever writes articles: a picture of the own folder; `link` shows it for half an hour. */
  takePicture: { input: { township: string; file: string }; output: TakenIn & { link?: string } };
  /** The office, leaders for their studies, units for a signed letter: a paper out of the own folder: .pdf, .docx without macros, or a picture of one. */
  takePaper: { input: { township: string; file: string }; output: TakenIn };
  /** The product itself: a drawing of words (an SVG file of ours) with pictures laid over, as one jpeg. */
  drawSheet: {
    input: { township: string; drawing: string; pictures: readonly LaidPicture[]; name: string };
    output: { file: string };
  };
  /** The product itself: a kept file is deleted, and that it ever was. */
  forget: { input: { township: string; files: readonly string[] }; output: { forgotten: number } };
}
