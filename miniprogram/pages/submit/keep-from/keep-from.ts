import { LIMITS } from '../../../contract/limits';
import type { DeputyCard } from '../../../contract/registry';
import type { Chosen, Typed } from '../../../view/events';
import { toggle, toKeepFrom } from './view';
import type { KeepFromScreen } from './view';

/** Names whom a request is about. Tells `keep` {persons}. */
Component({
  properties: {
    people: { type: Array, value: [] as DeputyCard[] },
    chosen: { type: Array, value: [] as string[] },
  },
  data: { open: false, search: '', most: LIMITS.recused, screen: null as KeepFromScreen | null },
  observers: {
    'people, chosen, search'(people: DeputyCard[], chosen: string[], search: string) {
      this.setData({ screen: toKeepFrom(people, chosen, search) });
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open });
    },
    find(event: Typed) {
      this.setData({ search: event.detail.value });
    },
    choose(event: Chosen) {
      const persons = toggle(this.data.chosen, event.detail.id);
      if (persons) this.triggerEvent('keep', { persons });
    },
  },
});
