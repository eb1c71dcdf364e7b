/** 应知应会: what the law says of a deputy's work, by article. */
export interface EssentialsPart {
  heading: string;
  rows: readonly {
    /** Of 代表法 as amended in 2025. */
    article: number;
    words: string;
  }[];
}
