import { join } from 'node:path';
import type { AppData } from '../types';
import { readProject } from './project';
import { compileScripts } from './scripts';
import { Sources } from './sources';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

/** The compiled mini-program, ready to be sent to the browser. */
export interface CompiledApp {
  readonly data: AppData;
  /** Sets the data and the templates; runs before `script`. */
  readonly dataScript: string;
  readonly script: string;
  readonly sourceMap: string;
}

/** Compiles the mini-program under `<repositoryRoot>/<folder>`. Mistakes in it are problems, never exceptions. */
export async function compileApp(repositoryRoot: string, folder = 'miniprogram'): Promise<CompiledApp> {
  const sources = new Sources(repositoryRoot, join(repositoryRoot, folder));
  const project = readProject(sources);
  const templates = compileTemplates(sources, project);
  const styles = compileStyles(sources, project);
  const scripts = await compileScripts(sources, project);
  const data: AppData = {
    pages: project.pages,
    entry: project.entry,
    window: project.window,
    tabBar: project.tabBar,
    configs: project.configs,
    styles: styles.sheets,
    problems: [...project.problems, ...templates.problems, ...styles.problems, ...scripts.problems],
  };
  return {
    data,
    dataScript: `__appData(${JSON.stringify(data)},${templates.code});`,
    script: `${scripts.code}\n//# sourceMappingURL=app.js.map\n`,
    sourceMap: scripts.map,
  };
}
