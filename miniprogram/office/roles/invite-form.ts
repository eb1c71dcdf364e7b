/** The form of one invitation: what was filled in, and what it offers once the directory has come. */
import type { FormField } from '../../view/form-field';
import type { Places } from '../../contract/registry';
import type { DirectoryView, Invited } from '../../contract/registry-office';
import type { Role } from '../../contract/roles';
import { readDirectory } from '../services/registry-office';
import { NOTHING, sayMissing, toForm, toInvited, type Values } from './view';

export class InviteForm {
  private values: Values = NOTHING;
  private search = '';
  private people: DirectoryView | null = null;
  private names: DirectoryView | null = null;

  constructor(
    private readonly roles: readonly Role[],
    private readonly places: Places,
  ) {}

  async load(): Promise<void> {
    const [people, names] = await Promise.all([readDirectory('people'), readDirectory('names')]);
    if (people.ok) this.people = people.data;
    if (names.ok) this.names = names.data;
  }
  change({ name, value }: { name: string; value: string }): void {
    if (name === 'search') this.search = value;
    else this.values = { ...this.values, [name]: value };
  }
  show(): { fields: readonly FormField[]; missing: string } {
    const { roles, people, names, places } = this;
    const fields = toForm(this.values, this.search, { roles, people, names, places });
    return { fields, missing: sayMissing(this.values) };
  }
  invited(): Invited {
    return toInvited(this.values);
  }
}
