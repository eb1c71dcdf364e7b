/**
 * What the official account's interface answers when it does not do as asked, in words, and what to do. Codes are
 * errcodes; `p2` … `p6` are the publish_status of freepublish/get; words are ours. Each row's source is the public
 * documentation of WeChat's official accounts, read in November 2026; none was seen live.
 */
export interface FailureWords {
  happened: string;
  todo: string;
  /** Pressing push again, unchanged, may help. */
  again?: true;
}

/** `{address}` is the machine's address as WeChat saw it. */
export const PUSH_FAILURES: Readonly<Record<string, FailureWords>> = {
  '-1': { happened: '微信那边忙，没有推成', todo: '过几分钟再点“再推一次”', again: true },
  'no-answer': { happened: '连不上微信，没有推成', todo: '过几分钟再点“再推一次”', again: true },
  '40001': {
    happened: '公众号的密钥不对',
    todo: '请技术人员核对环境变量里的公众号 AppSecret，改好后再推一次',
    again: true,
  },
  '40125': {
    happened: '公众号的密钥不对',
    todo: '请技术人员核对环境变量里的公众号 AppSecret，改好后再推一次',
    again: true,
  },
  '40013': {
    happened: '公众号的 AppID 不对',
    todo: '请技术人员核对环境变量里的公众号 AppID，改好后再推一次',
    again: true,
  },
  '40014': { happened: '与公众号的连接失效了', todo: '再推一次；还不行请技术人员核对密钥', again: true },
  '42001': { happened: '与公众号的连接过期了', todo: '再推一次；还不行请技术人员核对密钥', again: true },
  '40164': {
    happened: '公众号不认识我们的服务器，地址是 {address}',
    todo: '请公众号管理员登录公众平台，在“设置与开发 → 开发接口管理”里把 {address} 加进 IP 白名单，再推一次',
    again: true,
  },
  '40243': {
    happened: '公众号的密钥被冻结了',
    todo: '请公众号管理员登录公众平台解冻密钥，再推一次',
    again: true,
  },
  '40007': {
    happened: '公众平台上的那份草稿已经不在了，可能有人删掉或已发出',
    todo: '先到公众平台看一看；确实要的话，点“重新做一份草稿”',
  },
  '40004': { happened: '有一张图片的格式公众号不收', todo: '请换一张照片，再送审、推送' },
  '40005': { happened: '有一张图片的格式公众号不收', todo: '请换一张照片，再送审、推送' },
  '40009': { happened: '有一张图片太大', todo: '请换一张小一点的照片，再送审、推送' },
  '40006': { happened: '有一张图片太大', todo: '请换一张小一点的照片，再送审、推送' },
  '45001': { happened: '有一张图片太大', todo: '请换一张小一点的照片，再送审、推送' },
  '45002': { happened: '正文太长，公众号不收', todo: '请改稿，删短正文，再送审、推送' },
  '45003': { happened: '标题太长，公众号不收', todo: '请改稿，标题不超过32个字，再送审、推送' },
  '45004': { happened: '摘要太长，公众号不收', todo: '请改稿，摘要不超过128个字，再送审、推送' },
  '45110': { happened: '作者名太长，公众号不收', todo: '请改稿，作者不超过16个字，再送审、推送' },
  '45166': {
    happened: '正文里有公众号不收的内容',
    todo: '请改稿，看看有没有外面的链接或没认证的小程序卡片，去掉后再送审、推送',
  },
  '45064': {
    happened: '文章里的小程序还没有和这个公众号关联',
    todo: '请公众号管理员在公众平台“小程序管理”里关联本小程序，再推一次；或改稿去掉小程序卡片',
    again: true,
  },
  '45009': { happened: '公众号今天的接口次数用完了', todo: '明天再推一次，稿子都在', again: true },
  '45011': { happened: '推得太快，公众号没有收', todo: '过一分钟再推一次', again: true },
  '48001': {
    happened: '这个公众号没有用接口发布的权限（没有认证，或不是单位账号）',
    todo: '草稿如果已在草稿箱，请人登录公众平台去发布，再回来点“已经发布”；要自动发布，请先认证公众号',
  },
  '48004': { happened: '这个公众号的接口被微信封了', todo: '请公众号管理员登录公众平台查看通知' },
  '50002': { happened: '这个公众号被限制使用', todo: '请公众号管理员登录公众平台查看通知' },
  '47001': { happened: '送去的内容公众号读不懂', todo: '请把这篇文章的题目告诉技术人员' },
  '40033': { happened: '正文里有公众号不认的字符', todo: '请改稿，去掉特殊符号，再送审、推送' },
  '45106': {
    happened: '公众号的素材太多，放不下了',
    todo: '请公众号管理员登录公众平台清理素材库，再推一次',
    again: true,
  },
  '53500': { happened: '公众号的发布功能被封了', todo: '草稿在草稿箱里，请公众号管理员登录公众平台查看通知' },
  '53501': { happened: '发布得太频繁，公众号没有收', todo: '草稿在草稿箱里，过一会儿再推一次', again: true },
  '53502': { happened: '草稿里有一处微信没有通过', todo: '请人登录公众平台打开草稿，看哪里标红，改稿后再推' },
  '53503': { happened: '草稿没有通过微信的检查', todo: '请人登录公众平台打开草稿，看哪里标红，改稿后再推' },
  '53504': { happened: '这篇要在公众平台上发', todo: '请人登录公众平台，从草稿箱里发布，再回来点“已经发布”' },
  '53505': {
    happened: '这篇要先在公众平台上手工保存一次',
    todo: '请人登录公众平台，打开草稿点“保存”再发布，然后回来点“已经发布”',
  },
  p2: { happened: '没有发出去：微信的原创检查没有通过', todo: '请登录公众平台看原因，改稿后再推' },
  p3: { happened: '没有发出去：微信没有说原因', todo: '请登录公众平台看草稿，再推一次', again: true },
  p4: { happened: '没有发出去：微信审核没有通过', todo: '请登录公众平台看原因，改稿后再推' },
  p5: { happened: '发出去以后被自己的账号删掉了', todo: '要再发，请改稿后重新推送' },
  p6: { happened: '发出去以后被微信封了', todo: '请登录公众平台看原因' },
  'publish-unknown': {
    happened: '提交发布时断了，不知道发出去没有',
    todo: '请登录公众平台看一看：已发的，回来点“已经发布”；没发的，请人从草稿箱发布',
  },
  'file-gone': { happened: '有一张照片在我们的存储里找不到了', todo: '请改稿，重新放这张照片，再送审、推送' },
  'file-bad': { happened: '有一张照片打不开', todo: '请改稿，换一张照片，再送审、推送' },
  'html-long': { happened: '换上图片地址以后正文太长', todo: '请改稿，删短正文或少放几张图，再送审、推送' },
  'account-missing': {
    happened: '还没有配置公众号的密钥',
    todo: '请系统管理员在「开通清单」的「公众号密钥」里填好，再推一次；区的公众号请部署的同志配',
    again: true,
  },
};

/** For a code that is not in the table. */
export const OTHER_FAILURE: FailureWords = {
  happened: '公众号没有收，代码 {code}',
  todo: '请把这个代码告诉技术人员；过一会儿可以再推一次',
  again: true,
};
