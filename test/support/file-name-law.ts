/**
 * Whatever file any test in this process is handed by a function has a name that people understand: it begins in
 * Chinese (or with the year), says a year (or is a form that has none), and holds neither an id nor a day as a machine
 * writes it. A file that somebody uploaded is called by the title that somebody gave it: of it only the ending is asked.
 */
const UPLOADED: ReadonlySet<string> = new Set([
  'duty.openMaterial',
  'congress.openPaper',
  'congress.openLetter',
]);
const UPLOADED_ENDING = /[^.]\.(pdf|docx?|xlsx?|pptx?|png|jpg)$/;
const ENDING = /\.(docx|xlsx|csv|png|jpg)$/;
/** Forms that hold for every year, and papers called by their session or by the number that people quote. */
const YEARLESS =
  /^(来访登记表|代表应知应会|.* 空表$|.*届.*次会议|.*第.*次|(转办单|登记回执|答复单|答复函|征询意见表) 建?\d{4}-[0-9A-Z]{4}$)/;

/** What is wrong with it; undefined: nothing. */
export function faultOfFileName(name: string): string | undefined {
  if (!ENDING.test(name)) return 'no ending';
  const plain = name.replace(ENDING, '');
  if (!/^(20\d\d年|[\u4e00-\u9fff])/.test(plain)) return 'it does not begin in Chinese';
  if (/\d{4}-\d\d-\d\d/.test(plain)) return 'a day as a machine writes it';
  if (/[~_]|\b[a-z]{1,3}\d+\b|[0-9a-z]{12,}/.test(plain)) return 'an id';
  if (!/20\d\d/.test(plain) && !YEARLESS.test(plain)) return 'no year';
  return undefined;
}

function faultOfUploadedName(name: string): string | undefined {
  return UPLOADED_ENDING.test(name) ? undefined : 'no ending';
}

export function keepFileNameLaw(fn: string, action: string, data: unknown): void {
  const { file, name } = (data ?? {}) as { file?: unknown; name?: unknown };
  if (typeof file !== 'string' || typeof name !== 'string') return;
  const act = `${fn}.${action}`;
  const fault = UPLOADED.has(act) ? faultOfUploadedName(name) : faultOfFileName(name);
  if (fault !== undefined) throw new Error(`${act} hands out «${name}»: ${fault}`);
}
