/** Somebody of the sample whose phone the preview can be. */
export interface Identity {
  readonly openid: string;
  readonly label: string;
  readonly role: string;
  readonly township: string;
}

/** A printed QR code of the sample. `scene` as in wxacode.getUnlimited: at most 32 visible characters. */
export interface Poster {
  readonly scene: string;
  readonly label: string;
  /** Page the code opens, without leading slash; left out, the first page of app.json. */
  readonly page?: string;
}

/** Something wrong in the sources, found while compiling. */
export interface Problem {
  /** Path from the repository's root. */
  readonly file: string;
  /** 1-based; 0 when the place is unknown. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What the server writes into the HTML for the runtime. */
export interface BootConfig {
  readonly identities: readonly Identity[];
  readonly posters: readonly Poster[];
  /** Whether the server answers POST /control, so that the clock can be moved. */
  readonly control: boolean;
  /** The server's virtual now at the moment of answering, epoch ms; null when it has none. */
  readonly nowMs: number | null;
  /** Names of WeChat's official functions, so that a call of one that is missing here can be named. */
  readonly officialApis: readonly string[];
}

export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: 'black' | 'white';
  readonly navigationStyle?: 'default' | 'custom';
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
  readonly disableScroll?: boolean;
}

export interface TabBarConfig {
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: string;
  readonly list: readonly {
    readonly pagePath: string;
    readonly text: string;
    readonly iconPath?: string;
    readonly selectedIconPath?: string;
  }[];
}

export type StyleIsolation =
  'isolated' | 'apply-shared' | 'shared' | 'page-isolated' | 'page-apply-shared' | 'page-shared';

/** A component's or page's JSON, its references resolved to absolute ids. */
export interface ComponentConfig extends WindowConfig {
  readonly component?: boolean;
  readonly usingComponents: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, true | { readonly default?: string }>>;
  readonly componentPlaceholder?: Readonly<Record<string, string>>;
  readonly styleIsolation: StyleIsolation;
  readonly pureDataPattern?: string;
}

export interface StyleSheet {
  readonly css: string;
  /** Prefix of its class names; null when they are shared. */
  readonly scope: string | null;
}

/** Everything of the compiled mini-program that is not a script. */
export interface AppData {
  readonly pages: readonly string[];
  readonly entry: string;
  readonly window: WindowConfig;
  readonly tabBar: TabBarConfig | null;
  readonly configs: Readonly<Record<string, ComponentConfig>>;
  /** By id; 'app' is app.wxss. */
  readonly styles: Readonly<Record<string, StyleSheet>>;
  readonly problems: readonly Problem[];
}
