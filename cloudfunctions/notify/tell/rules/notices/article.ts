/** Notices about articles for the official account. Titles are in none of them: they may name somebody. */
import type { LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { CHIEF } from '../../../../../miniprogram/contract/roles';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf, Row } from '../notice';
import { ofOffice, ofRoles } from '../recipients';
import { pageOf } from '../say';

export interface ArticleFacts {
  article: string;
  date: LocalDate;
  time: LocalTime;
}

function row(to: 'chief' | 'office', title: string, words: string, note?: string): Row<ArticleFacts> {
  return {
    to,
    who: (_facts, holders) => (to === 'chief' ? ofRoles(holders, CHIEF) : ofOffice(holders)),
    tell: ({ article, date, time }) => ({
      title,
      words,
      page: pageOf('office/article/article', { article }),
      ...(note !== undefined && {
        message: {
          template: 'task',
          values: { thing1: title, thing2: '公众号文章', time3: formatTime(date, time), thing4: note },
        },
      }),
    }),
  };
}

export const ARTICLE_NOTICES: NoticesOf<ArticleFacts> = {
  'article-submitted': [row('chief', '有一篇文章等您审', '请点开看，通过或退回。', '请点开看，通过或退回')],
  'article-returned': [
    row('office', '文章退回来了', '请点开看退回的原因，改好再送审。', '请看原因，改好再送审'),
  ],
  'article-approved': [row('office', '文章审过了', '可以推送到公众号了。')],
  'article-pushed': [row('office', '文章进了公众号草稿箱', '请到公众号后台看一遍，再发布。')],
  'article-published': [row('office', '文章发布了', '在公众号里能看到了。')],
  'article-failed': [
    row('office', '文章没有推送成', '文章还在。请点开看原因和怎么办。', '请点开看原因和怎么办'),
  ],
  'article-handed': { nobody: '送的人自己记的，列表里看得到' },
  'article-handed-back': { nobody: '自己撤回的' },
  'article-reviewed': { nobody: '审的人打开文章就看得到' },
  'article-mark-overruled': { nobody: '自己放行的，审的人看得到' },
  'activity-saved': { nobody: '计划里看得到' },
  'template-saved': { nobody: '模板里看得到' },
  'template-dropped': { nobody: '模板里看得到' },
  'publicity-settings-saved': { nobody: '设置里看得到' },
  'official-keys-saved': { nobody: '管理员自己存的' },
  'official-keys-revoked': { nobody: '管理员自己停的' },
  'article-composed': { nobody: '自己写的草稿' },
  'article-saved': { nobody: '自己写的草稿' },
  'article-set-aside': { nobody: '写的人当时就看到别人先存了，自己写的在版本里' },
  'article-withdrawn': { nobody: '自己撤回的' },
  'article-reopened': { nobody: '自己改回草稿的' },
  'article-dropped': { nobody: '自己删的' },
  'article-restored': { nobody: '自己恢复的' },
  'article-push-begun': { nobody: '推送的人在看，成与不成另有通知' },
  'article-publish-begun': { nobody: '发布的人在看，成与不成另有通知' },
};
