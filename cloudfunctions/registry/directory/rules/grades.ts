/** The grades of a ballot as the office writes them: '满意、基本满意、不满意'. */
import { DUTY_REPORT_LIMITS } from '../../../../miniprogram/contract/duty-report';

/** Undefined: fewer than two, too many, one too long, or one twice. */
export function gradesOf(text: string): readonly string[] | undefined {
  const grades = text.split('、').map((grade) => grade.trim());
  const { grades: most, grade: longest } = DUTY_REPORT_LIMITS;
  const fits = grades.every((grade) => grade.length >= 1 && grade.length <= longest);
  const many = grades.length >= 2 && grades.length <= most && new Set(grades).size === grades.length;
  return fits && many ? grades : undefined;
}
