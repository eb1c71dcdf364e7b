/** Pages by name; the only place that knows paths and their queries. */
export type PageName =
  | 'more/booking'
  | 'more/slip'
  | 'more/move'
  | 'more/progress'
  | 'more/supplement'
  | 'choose'
  | 'more/messages'
  | 'more/guide'
  | 'more/deputies'
  | 'more/deputy-card'
  | 'more/take-over'
  | 'more/past-bookings'
  | 'more/privacy'
  | 'more/board'
  | 'more/articles'
  | 'more/doors'
  | 'more/life'
  | 'more/manual'
  | 'more/suggestions'
  | 'deputy/today'
  | 'deputy/request'
  | 'deputy/claim'
  | 'deputy/duties'
  | 'deputy/group'
  | 'deputy/suggestions'
  | 'deputy/suggestion'
  | 'deputy/suggest'
  | 'deputy/way'
  | 'deputy/log'
  | 'deputy/correct'
  | 'deputy/record'
  | 'deputy/activity'
  | 'deputy/ties'
  | 'deputy/duty-report'
  | 'deputy/studies'
  | 'deputy/wall-rules'
  | 'deputy/essentials'
  | 'deputy/sessions'
  | 'deputy/session'
  | 'office/hall'
  | 'office/changes'
  | 'office/term'
  | 'office/presidium'
  | 'office/key'
  | 'office/workbench'
  | 'office/calls'
  | 'office/desk'
  | 'office/raise'
  | 'office/places'
  | 'office/absences'
  | 'office/bans'
  | 'office/roster'
  | 'office/calendar'
  | 'office/behalf'
  | 'office/wall'
  | 'office/record'
  | 'office/print'
  | 'office/articles'
  | 'office/roles'
  | 'office/directory'
  | 'office/import'
  | 'office/setup'
  | 'office/closing'
  | 'office/account'
  | 'office/health'
  | 'office/compose'
  | 'office/article'
  | 'office/versions'
  | 'office/pack'
  | 'office/plan'
  | 'office/templates'
  | 'office/publicity'
  | 'office/requests'
  | 'office/request'
  | 'office/unit'
  | 'office/held'
  | 'office/district'
  | 'office/enter'
  | 'office/duty'
  | 'office/duty-report'
  | 'office/facts'
  | 'office/activity'
  | 'office/reports'
  | 'office/report'
  | 'office/report-template'
  | 'office/charts'
  | 'office/audit';
export type TabName = 'home' | 'submit' | 'mine';

type Query = Readonly<Record<string, string | undefined>>;

function pathOf(page: PageName | TabName): string {
  const [room, name] = page.includes('/') ? (page.split('/') as [string, string]) : ['pages', page];
  return `/${room}/${name}/${name}`;
}

function addressOf(page: PageName, query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return search ? `${pathOf(page)}?${search}` : pathOf(page);
}

export function openPage(page: PageName, query: Query = {}): void {
  void wx.navigateTo({ url: addressOf(page, query) });
}

/** A page as the server names it in a notice: path and query, no slash in front. */
export function openPath(path: string): void {
  if (path) void wx.navigateTo({ url: `/${path}` });
}

/** For a page one should not come back to: a form that was sent. */
export function replacePage(page: PageName, query: Query = {}): void {
  void wx.redirectTo({ url: addressOf(page, query) });
}

export function openTab(tab: TabName): void {
  void wx.switchTab({ url: pathOf(tab) });
}

const TABS: readonly TabName[] = ['home', 'submit', 'mine'];

/** How many wait behind a tab; none: no badge. Nothing is said when the phone cannot show it. */
export function showBadge(tab: TabName, count: number): void {
  const index = TABS.indexOf(tab);
  const fail = (): void => undefined;
  if (count > 0) wx.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count), fail });
  else wx.removeTabBarBadge({ index, fail });
}

/** Leaves every open page behind. */
export function startAt(page: PageName | TabName): void {
  void wx.reLaunch({ url: pathOf(page) });
}

/** Back, or home when the page was opened by itself (from a message or a shared card). */
export function goBack(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else openTab('home');
}

/** Values in a query arrive percent-encoded. */
export function read(query: Readonly<Record<string, string | undefined>>, name: string): string {
  try {
    return decodeURIComponent(query[name] ?? '');
  } catch {
    return '';
  }
}
