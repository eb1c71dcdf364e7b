/** The privacy policy in plain words. What it promises is what the server does: docs/security.md. */
interface Part {
  title: string;
  lines: readonly string[];
}

export const POLICY: readonly Part[] = [
  {
    title: '存了什么',
    lines: [
      '预约：日期、时间、称呼，您愿意留的电话。',
      '反映的事：您写的、说的、拍的，哪个村、哪一类，称呼和您愿意留的电话。',
      '消息：发给您的提醒，和您同意收几条。',
      '微信给的一串代号，用来认出是您。不要身份证号，不存您在哪里，不看通讯录。',
    ],
  },
  {
    title: '用来做什么',
    lines: [
      '只用来安排接访、转交和答复您反映的事。不做广告，不给别的单位做别的用处。',
      '照片里的拍摄地点和手机型号，收到时就去掉。',
    ],
  },
  {
    title: '谁看得到',
    lines: [
      '交给谁办，谁看得到内容；每一件的页面上都写着。别的群众看不到。',
      '电话平时遮住，要打电话的人先说明原因，系统记下是谁、什么时候看的。',
      '称呼、电话和您说的话，加密存放。',
    ],
  },
  {
    title: '存多久',
    lines: [
      '消息到人大办定的天数就自动删。',
      '预约和反映的事一直存着，直到您在这里删除。谁办了什么的记录至少存一年，里面没有您的话。',
    ],
  },
];

/** What deleting does not reach, said before the tap. */
export const SPARED: readonly string[] = [
  '正在办的事要办完才删；办完了自动删，不用再来。',
  '已经公开的办结情况（没有名字）、已经打印归档的纸，删不掉。',
  '「来过几个人、办了几件事」的数字还在，但查不出是谁。',
  '您在别人反映的事上点的「我也反映」，不在这里删。',
  '您作为代表或工作人员的记录，不在这里删。',
];
