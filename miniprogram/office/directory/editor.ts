/** One row in hand: what stands there, what was typed, and how it is sent. */
import type {
  DirectoryKind,
  DirectoryRow,
  DirectoryView,
  EditDirectoryInput,
} from '../../contract/registry-office';
import type { LocalDate } from '../../contract/wire';
import { PROFILE_NAMES } from '../../contract/deputy-profile';
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import type { Result } from '../../contract/result';
import { editBook } from '../services/registry-office';
import { fromValues, rowOf, sayMissing, toForm, toSettingForm, toValues } from './form';
import type { Names, Values } from './form';
import { mergingOf } from './view';

/** Kinds whose new rows bring their own id along. */
const OWN_IDS: readonly DirectoryKind[] = ['calendar', 'year', 'fallback', 'ownKind', 'setting'];

/** Whoever writes such a row may write over one that stands there. */
export function bringsOwnId(kind: DirectoryKind): boolean {
  return OWN_IDS.includes(kind);
}

const ID_HINTS: Readonly<Partial<Record<DirectoryKind, { label: string; pattern: RegExp; say: string }>>> = {
  calendar: { label: '哪一天', pattern: /^20\d\d-\d\d-\d\d$/, say: '日期要写成 2027-01-01 这样' },
  ownKind: {
    label: '叫什么',
    pattern: /^(?=.*[\w\u3400-\u9fff]).{1,12}$/,
    say: '先写叫什么：十二个字以内，定了以后不能改',
  },
  year: { label: '哪一年', pattern: /^20\d\d$/, say: '年份要写成 2027 这样' },
};

/** 'h1.closingTime' → closingTime. */
function nameOf(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}

export class Editor {
  values: Values;
  id: string;
  reason = '';
  reroute = false;
  private pending: Pending<unknown> | undefined;
  private readonly before: DirectoryRow | undefined;

  constructor(
    readonly kind: DirectoryKind,
    id: string,
    private readonly view: DirectoryView,
    private readonly today: LocalDate,
  ) {
    this.id = id;
    this.before = view.rows.find((row) => row.kind === kind && row.id === id);
    this.values = toValues(kind, rowOf(this.before), today);
    if (kind === 'setting') this.showSetting();
  }

  /** A new row whose id is typed as well. */
  get asksId(): { label: string } | undefined {
    return this.before === undefined ? ID_HINTS[this.kind] : undefined;
  }

  /** The office gets a profile with each person, be it empty; others get none. */
  private get readsProfiles(): boolean {
    return this.view.rows.some((row) => row.kind === 'person' && row.row.profile !== undefined);
  }

  get removable(): boolean {
    return this.before !== undefined && this.kind !== 'card' && this.kind !== 'ownKind';
  }

  /** The setting as it stands, at the township or at one home. */
  showSetting(owner = this.id.includes('.') ? this.id.slice(0, this.id.indexOf('.')) : ''): void {
    const name = nameOf(this.id);
    this.id = owner === '' ? name : `${owner}.${name}`;
    const own = this.view.rows.find((row) => row.kind === 'setting' && row.id === this.id);
    const usual = this.view.settings.find((each) => each.name === name)?.value;
    this.values = { value: String(own?.kind === 'setting' ? own.row.value : (usual ?? '')) };
  }

  /** Why it cannot be saved yet; '' when it can. */
  missing(): string {
    const asked = this.asksId;
    const hint = ID_HINTS[this.kind];
    if (asked && hint && !hint.pattern.test(this.id)) return hint.say;
    const missing = this.kind === 'setting' ? '' : sayMissing(this.kind, this.values);
    return missing || (this.reason.trim() === '' ? '还没有写为什么改' : '');
  }

  private row(): object {
    if (this.kind !== 'setting') return fromValues(this.kind, this.values, rowOf(this.before), this.today);
    const text = (this.values['value'] ?? '').trim();
    const name = nameOf(this.id);
    const usual = this.view.settings.find((each) => each.name === name)?.usual;
    return { value: typeof usual === 'number' ? Number(text) : text };
  }

  /** What is in hand, for the screen. */
  show(names: Names): Record<string, unknown> {
    const { id, kind, values, reason, removable } = this;
    const idLabel = this.asksId?.label ?? '';
    const hidden: readonly string[] = this.readsProfiles ? [] : PROFILE_NAMES;
    const line = kind === 'setting' ? this.view.settings.find((each) => each.name === nameOf(id)) : undefined;
    const all = line ? toSettingForm(line, values) : toForm(kind, values, names);
    const fields = all.filter(({ name }) => !hidden.includes(name));
    const shown = { open: true, fields, id, idLabel, reason, missing: this.missing(), removable };
    return kind === 'village' ? { ...shown, merging: mergingOf(id, names) } : shown;
  }

  /** The edit as it would be sent; `row` null takes the row away. */
  edit(away = false): { id: string; seen: string; row: object | null } {
    const found = this.view.rows.find((row) => row.kind === this.kind && row.id === this.id);
    const keeps = this.before !== undefined || bringsOwnId(this.kind);
    return { id: keeps ? this.id : '', seen: found?.tag ?? '', row: away ? null : this.row() };
  }

  async save(away = false): Promise<Result<unknown>> {
    const input = {
      kind: this.kind,
      edits: [this.edit(away)],
      reason: this.reason.trim(),
      ...(this.reroute && { reroute: true }),
    } as unknown as Omit<EditDirectoryInput, 'township'>;
    this.pending = intend(this.pending, JSON.stringify(input), () => input);
    const result = await editBook(this.pending.input as typeof input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    return result;
  }
}
