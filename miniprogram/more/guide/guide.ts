import { openPage, openTab } from '../../platform/navigate';
import { definePage } from '../../platform/page';

definePage({
  data: {
    acts: [
      { word: '听', text: '听您把事情说完。' },
      { word: '记', text: '记下来，给您一个编号。' },
      { word: '转', text: '转给能办这件事的部门或村里。' },
      { word: '跟', text: '盯着办，过了日子会催。' },
      { word: '答', text: '有结果了告诉您，您说解决了才算完。' },
    ],
    limits: ['代表不能替部门拍板，也不能叫哪个部门停下来。', '代表不办案子、不判官司、不收钱、不收礼。'],
  },
  openDoors() {
    openPage('more/doors');
  },
  openLife() {
    openPage('more/life');
  },
  openSubmit() {
    openTab('submit');
  },
});
