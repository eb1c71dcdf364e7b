declare const builtInTags: readonly string[];
export default builtInTags;
