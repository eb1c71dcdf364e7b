/** Who writes for others is stopped once, like the villager on 我要反映; sending again says that it is something else. */
import { soundsLikeDiscipline } from '../../contract/discipline';

interface Writing {
  draft(): { text: string; notDiscipline?: true };
  change(patch: { notDiscipline: true }): void;
  setData(data: { problem: string; retry: boolean }): void;
}

const STOPPED =
  '没有提交：写的像是干部违纪违法。这样的事归纪委监委，请告诉本人打 12388，这里不收也不转。不是的话，再点一次提交，先由人大办看。';

export function stopDiscipline(page: Writing): boolean {
  const { text, notDiscipline } = page.draft();
  if (notDiscipline || !soundsLikeDiscipline(text)) return false;
  page.change({ notDiscipline: true });
  page.setData({ problem: STOPPED, retry: false });
  return true;
}
