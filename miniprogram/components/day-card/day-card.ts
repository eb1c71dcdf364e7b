export interface DayCardPerson {
  person: string;
  name: string;
  label: string;
  extra: string;
}

/** The next reception day in words; prepared by the page. */
export interface DayCardView {
  /** 12月7日. */
  date: string;
  weekday: string;
  /** 还有14天. */
  left: string;
  /** Why it is not the 5th; empty when it is. */
  shift: string;
  hours: readonly string[];
  address: string;
  landline: string;
  /** 直接来也行, or on a day by phone 直接打座机也行. */
  come: string;
  people: readonly DayCardPerson[];
  /** The main button; empty when there is nothing to book. */
  button: string;
  /** Under the main button: 最早的, or 再给家人约一个; empty: none. */
  second: string;
  /** Why there is no button. */
  notice: string;
}

/** The first thing on the first screen: when, where, who, and the one red button. */
Component({
  properties: {
    day: { type: Object, value: {} as DayCardView },
    elder: { type: Boolean, value: false },
  },
  methods: {
    main() {
      this.triggerEvent('main');
    },
    second() {
      this.triggerEvent('second');
    },
    call() {
      this.triggerEvent('call');
    },
  },
});
