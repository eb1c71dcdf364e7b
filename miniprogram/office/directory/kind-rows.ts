/** The rows of one kind as far as they were read, with the names that they are told by. */
import { TABLE_IDS } from '../../contract/imports';
import type { Places } from '../../contract/registry';
import type { DirectoryKind, DirectoryPart, DirectoryView } from '../../contract/registry-office';
import type { Result } from '../../contract/result';
import type { LocalDate } from '../../contract/wire';
import { getPlaces } from '../../services/registry';
import { readPart, readParts } from '../../services/parts';
import { getDirectory } from '../services/registry-office';
import { bringsOwnId } from './editor';
import type { Names } from './form';
import { namesOf } from './say-row';
import { listGaps, listLines, ownerChoices } from './view';

export class KindRows {
  view: DirectoryView | undefined;
  private places: Places | undefined;

  constructor(
    private readonly part: DirectoryPart,
    private readonly kind: DirectoryKind,
  ) {}

  get more(): boolean {
    return this.view?.next !== undefined;
  }

  get names(): Names | undefined {
    return this.view && this.places && namesOf(this.places, this.view.rows);
  }

  /** The first rows; `all` where some are looked for. */
  async open(all: boolean): Promise<Result<unknown>> {
    const [rows, places] = await Promise.all([this.readOn(all), getPlaces()]);
    if (places.ok) this.places = places.data;
    return rows.ok ? places : rows;
  }

  /** Those behind; all of them at once where a new row may bear the id of another one. */
  async readOn(all: boolean): Promise<Result<unknown>> {
    const { part, kind } = this;
    const ask = (after?: string) => getDirectory(part, { kind, ...(after !== undefined && { after }) });
    const whole = all || bringsOwnId(kind);
    const result = await (whole ? readParts(ask, this.view) : readPart(this.view, ask));
    if (result.ok) this.view = result.data;
    return result;
  }

  /** As the page shows them. */
  screen(search: string, today: LocalDate): Record<string, unknown> {
    const { view, names, kind, more } = this;
    if (!view || !names) return {};
    const lines = listLines(view, kind, names, { search, today });
    const table = TABLE_IDS.some((id) => id === kind);
    return { lines, more, table, gaps: listGaps(view, names), owners: ownerChoices(names) };
  }
}
