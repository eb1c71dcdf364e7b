/**
 * What the composition of the deputies (代表结构) is counted from (mission G4): seen by the office alone and kept
 * encrypted. The age is coarse: a year of birth. Nothing of it is asked of anybody but deputies.
 */
export interface ProfileField {
  label: string;
  /** One of these; absent: typed. */
  choices?: readonly string[];
  /** Other heads that offices write for it. */
  also?: readonly string[];
  hint: string;
  example: string;
}

export const PROFILE_FIELDS = {
  sex: { label: '性别', choices: ['男', '女'], hint: '只有人大办看得到', example: '女' },
  birthYear: { label: '出生年份', also: ['出生年'], hint: '四位数的年份，如 1976', example: '1976' },
  nation: { label: '民族', hint: '写全称：汉族、苗族', example: '汉族' },
  party: {
    label: '政治面貌',
    choices: ['中共党员', '民主党派', '无党派', '群众'],
    also: ['党派'],
    hint: '四选一',
    example: '中共党员',
  },
  education: {
    label: '学历',
    choices: ['研究生', '大学本科', '大学专科', '高中（中专）', '初中及以下'],
    also: ['文化程度'],
    hint: '五选一',
    example: '高中（中专）',
  },
  calling: {
    label: '职业构成',
    choices: ['农民', '工人', '村（社区）干部', '党政干部', '专业技术人员', '企业负责人', '个体户', '其他'],
    also: ['界别', '职业'],
    hint: '八选一',
    example: '农民',
  },
  card: { label: '代表证号', also: ['代表证'], hint: '可以空着', example: '' },
} as const satisfies Readonly<Record<string, ProfileField>>;

export type ProfileName = keyof typeof PROFILE_FIELDS;
export const PROFILE_NAMES = Object.keys(PROFILE_FIELDS) as ProfileName[];
export type DeputyProfile = { readonly [N in ProfileName]?: string };

/** What the office prints of them. */
export const DEPUTY_PAPERS = { roster: '代表名册', structure: '代表结构统计表' } as const;
export type DeputyPaper = keyof typeof DEPUTY_PAPERS;
