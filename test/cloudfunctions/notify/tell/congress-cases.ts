/** What the congress and the presidium do, and what is told of it (told.test.ts). */
import type { Case } from './cases';

const SUGGESTION = 'bh~hdphmgz49k3bqddx';

export const CONGRESS_CASES: readonly Case[] = [
  {
    event: 'note-added',
    document: 'qs~n1',
    about: { kind: 'guide' },
    told: [
      'qu-district: 青石镇：请区里指导 | 请点开看，写下区里的答复。 | office/district/district?room=asked | task',
    ],
  },
  { event: 'note-added', but: 'of no kind', document: 'qs~n1', told: [] },
  {
    event: 'note-answered',
    document: 'qs~n1',
    told: [
      'qs-p5 qs-staff: 区里答复了 | 您镇向区里提的，区里答复了。请在主席团的上级指导里看。 | office/presidium/presidium | task',
    ],
  },
  {
    event: 'topic-handed',
    document: 'bh~2ynbqmpmpwgmntwb',
    told: [
      'bh-unit: 审议意见交办 | 镇村道路养护专项工作报告。12月13日前报告研究处理情况。 | office/presidium/presidium | task',
    ],
  },
  {
    event: 'topic-reported',
    document: 'bh~2ynbqmpmpwgmntwb',
    told: [
      'bh-p1: 研究处理情况报告 | 镇村道路养护专项工作报告。12月13日前由主席团审定。 | office/presidium/presidium | task',
    ],
  },
  { event: 'topic-reported', but: 'of what is no topic', document: 'bh~wnf8zz3yd69d6v9n', told: [] },
  { event: 'topic-reported', but: 'and gone', document: 'bh~gone', told: [] },
  {
    event: 'suggestion-cosign-asked',
    document: 'bh~xn8tezjrv7efs66j',
    told: [
      'bh-p8: 请您联名 | 代表建议 建1120-XN8T（道路桥梁）。请点开看，同意不同意都请说一声。 | deputy/suggestion/suggestion?suggestion=bh~xn8tezjrv7efs66j | task',
    ],
  },
  {
    event: 'suggestion-cosigned',
    document: 'bh~xn8tezjrv7efs66j',
    about: { by: 'p6' },
    told: [
      'bh-p5: 有代表同意联名 | 代表建议 建1120-XN8T（道路桥梁）。点开看。 | deputy/suggestion/suggestion?suggestion=bh~xn8tezjrv7efs66j | task',
    ],
  },
  {
    event: 'suggestion-cosigned',
    but: 'by who leads',
    document: 'bh~xn8tezjrv7efs66j',
    about: { by: 'p5' },
    told: [],
  },
  {
    event: 'suggestion-assigned',
    document: 'bh~0xmrpcvcr2sz40yq',
    change: [
      'suggestions',
      'bh~0xmrpcvcr2sz40yq',
      { assist: ['u2'], asked: { p6: 'agreed', p8: 'asked' }, due: '2026-11-01' },
    ],
    told: [
      'bh-p5: 您的建议已交办 | 代表建议 建1024-0XMR（道路桥梁）。承办单位会先和您联系，11月1日前答复。 | deputy/suggestion/suggestion?suggestion=bh~0xmrpcvcr2sz40yq | task',
      'bh-p6: 您联名的建议已交办 | 代表建议 建1024-0XMR（道路桥梁）。承办单位11月1日前答复。 | deputy/suggestion/suggestion?suggestion=bh~0xmrpcvcr2sz40yq | task',
      'bh-unit bh-unit-2: 有代表建议交给你们单位 | 代表建议 建1024-0XMR（道路桥梁）。请先和领衔代表联系，11月1日前书面答复。 | deputy/suggestion/suggestion?suggestion=bh~0xmrpcvcr2sz40yq | task',
    ],
  },
  {
    event: 'suggestion-replied',
    document: SUGGESTION,
    change: [
      'suggestions',
      SUGGESTION,
      {
        requests: [
          'bh~787r3tpmths24h24',
          'bh~1nn2wg7psa8gx1j5',
          'bh~9h1dnpgfaankrgkd',
          'bh~xm9gnem7ctgq66h3',
        ],
      },
    ],
    told: [
      'bh-p1 bh-staff: 代表建议有了答复 | 代表建议 建0825-HDPH（道路桥梁）。等代表填写意见。 | deputy/suggestion/suggestion?suggestion=bh~hdphmgz49k3bqddx | task',
      'bh-p5: 您的建议有了答复 | 代表建议 建0825-HDPH（道路桥梁）。请点开看，12月2日前填写意见。 | deputy/suggestion/suggestion?suggestion=bh~hdphmgz49k3bqddx | task',
      'bh-villager-1 bh-villager-3: 您反映的事，代表建议有了答复 | 您反映的道路桥梁的事，代表写成了建议（建0825-HDPH），承办单位已经书面答复代表。 | pages/mine/mine',
    ],
  },
  {
    event: 'suggestion-opined',
    but: 'behind which are requests',
    document: SUGGESTION,
    change: ['suggestions', SUGGESTION, { requests: ['bh~787r3tpmths24h24'] }],
    told: [
      'bh-p1 bh-staff bh-unit: 代表填写了意见 | 代表建议 建0825-HDPH（道路桥梁）。请点开看。 | deputy/suggestion/suggestion?suggestion=bh~hdphmgz49k3bqddx | task',
    ],
  },
  { event: 'suggestion-replied', but: 'and gone', document: 'bh~gone', told: [] },
  {
    event: 'suggestion-entrusted',
    document: 'qs~bprdnv1pzz66h8d8',
    told: [
      'qs-government: 有代表建议请确定承办单位 | 代表建议 建1111-BPRD（道路桥梁）。请点开看，12月4日前办。 | deputy/suggestion/suggestion?suggestion=qs~bprdnv1pzz66h8d8 | task',
      'qs-p2: 您的建议已交镇政府 | 代表建议 建1111-BPRD（道路桥梁）。由镇政府确定承办单位。 | deputy/suggestion/suggestion?suggestion=qs~bprdnv1pzz66h8d8 | task',
    ],
  },
  {
    event: 'suggestion-urged',
    document: 'bh~tc5g7g5fr9m6scgm',
    told: [
      'bh-p1 bh-staff: 人大办催办代表建议 | 代表建议 建1117-TC5G（道路桥梁）。请点开看，11月26日前办。 | deputy/suggestion/suggestion?suggestion=bh~tc5g7g5fr9m6scgm | task',
    ],
  },
  { event: 'session-noticed', but: 'of a session that is gone', document: 'bh~s195', told: [] },
];
