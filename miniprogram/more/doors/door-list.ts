/** 这件事该找谁: requests that no deputy may take, and the door that is open for each. The numbers are nationwide. */
export interface Door {
  id: string;
  /** Which requests, as people say them. */
  title: string;
  /** Where to go, and what will happen there. */
  text: string;
  numbers: readonly { number: string; name: string }[];
}

/** 反映干部违纪违法; also a card among the categories of 我要反映. */
export const DISCIPLINE = 'discipline';

export const DOORS: readonly Door[] = [
  {
    id: 'emergency',
    title: '有危险、有人受伤',
    text: '不要等，马上打电话。有人闹事、被骗、被打，打 110；着火打 119；有人病重、受伤，打 120。',
    numbers: [
      { number: '110', name: '报警' },
      { number: '119', name: '火警' },
      { number: '120', name: '急救' },
    ],
  },
  {
    id: 'court',
    title: '打官司、对判决不服',
    text: '去法院立案或上诉，诉讼服务中心有人教您怎么办。法院已经在审、审完的事，代表不能过问。',
    numbers: [{ number: '12368', name: '诉讼服务' }],
  },
  {
    id: DISCIPLINE,
    title: '干部违纪违法：贪污、吃拿卡要、打击报复',
    text: '这样的事归纪委监委管，代表、村里、单位都不收也不转。打 12388，或者去区纪委监委当面说、寄信，可以不说名字，他们替您保密。',
    numbers: [{ number: '12388', name: '纪委监委举报' }],
  },
  {
    id: 'legal-aid',
    title: '想问法律、请不起律师',
    text: '法律援助免费。符合条件的，可以申请免费的律师。',
    numbers: [{ number: '12348', name: '法律援助' }],
  },
  {
    id: 'petition',
    title: '信访',
    text: '去乡镇或区里的信访接待室，或者写信。已经在信访里办的事，去那里问结果，不用再报一遍。',
    numbers: [],
  },
  {
    id: 'hotline',
    title: '不知道找谁、要马上有人管',
    text: '政务服务热线，白天夜里都有人接，停水、停电、欠薪、办证都能问。',
    numbers: [{ number: '12345', name: '政务热线' }],
  },
];
