import { readFonts, refreshFonts } from '../../platform/fonts';
import { openTab } from '../../platform/navigate';
import { dial } from '../../platform/phone';

Page({
  data: {
    fonts: readFonts(),
    acts: [
      { word: '听', text: '听您把事情说完。' },
      { word: '记', text: '记下来，给您一个编号。' },
      { word: '转', text: '转给能办这件事的部门或村里。' },
      { word: '跟', text: '盯着办，过了日子会催。' },
      { word: '答', text: '有结果了告诉您，您说解决了才算完。' },
    ],
    limits: ['代表不能替部门拍板，也不能叫哪个部门停下来。', '代表不办案子、不判官司、不收钱、不收礼。'],
    doors: [
      { title: '打官司、判决不服', text: '去法院，那里有人教您怎么办。', numbers: ['12368'] },
      { title: '信访', text: '去乡镇或区里的信访接待室，或写信。', numbers: [] },
      { title: '不知道找谁、要马上有人管', text: '政务服务热线，白天夜里都有人接。', numbers: ['12345'] },
      { title: '有危险', text: '有人闹事、被骗打 110，有人病重打 120。', numbers: ['110', '120'] },
    ],
  },
  onShow() {
    refreshFonts(this);
  },
  call(event: WechatMiniprogram.TouchEvent) {
    const { number } = event.currentTarget.dataset as { number: string };
    dial(number);
  },
  openSubmit() {
    openTab('submit');
  },
});
