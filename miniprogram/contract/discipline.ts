/**
 * «反映干部违纪违法»: not a matter for deputies, villages or units (监察法; 信访工作条例 §17). The phone stops it before it is
 * sent; what is sent all the same goes to the office alone.
 */

/** Words with which people tell of it. Deeds, no judgements of character: «态度不好» is an ordinary matter. */
const WORDS =
  /贪污|贪腐|腐败|受贿|行贿|索贿|贿赂|贿选|收黑钱|收红包|吃拿卡要|吃回扣|拿回扣|公款吃喝|私分|侵吞|侵占(集体|公|村|扶贫|补)|截留|套取|冒领|挪用|优亲厚友|打击报复|违纪|职务犯罪|以权谋私|保护伞/;

/** True for «村主任贪 污了修路款»: blanks are no way around, and so an honest mistake is asked about once. */
export function soundsLikeDiscipline(text: string | undefined): boolean {
  return text !== undefined && WORDS.test(text.normalize('NFKC').replace(/\s/g, ''));
}
