import type { Choice } from '../../../components/choice-chips/choice-chips';
import type { RosterView } from '../../../contract/roster';
import type { Chosen, Typed } from '../../../view/events';
import { groupsOf, listPeople } from '../view';

/** Who sits there instead: narrowed by group or name, whoever is free first. `give` names the person. */
Component({
  properties: {
    view: { type: Object, value: {} as RosterView },
    date: { type: String, value: '' },
    seat: { type: String, value: '' },
    /** Who sits there now; empty: nobody yet. */
    name: { type: String, value: '' },
    published: { type: Boolean, value: false },
  },
  data: {
    group: '',
    text: '',
    groups: [] as readonly Choice[],
    people: [] as readonly Choice[],
  },
  observers: {
    'view, date, seat': function () {
      this.setData({ group: '', text: '' });
      this.show();
    },
  },
  methods: {
    show() {
      const { view, date, seat, group, text } = this.data as unknown as {
        view: RosterView;
        date: string;
        seat: string;
        group: string;
        text: string;
      };
      if (date === '') return;
      const people = listPeople(view, { date, seat, text: text.trim(), group });
      this.setData({ groups: groupsOf(view), people });
    },
    narrow(event: Chosen) {
      this.setData({ group: event.detail.id });
      this.show();
    },
    find(event: Typed) {
      this.setData({ text: event.detail.value });
      this.show();
    },
    give(event: Chosen) {
      this.triggerEvent('give', { id: event.detail.id });
    },
    say(event: WechatMiniprogram.BaseEvent) {
      this.triggerEvent((event.currentTarget.dataset as { say: string }).say);
    },
  },
});
