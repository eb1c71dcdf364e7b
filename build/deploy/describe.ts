/** What `npm run deploy -- --dry-run` prints of a deployment. */
import { DATABASE_RULE, STORAGE_RULE, type Deployment } from './plan';
import { bytesOf, MOST_BYTES } from './variables';

export function describe(deployment: Deployment, environmentId: string): string {
  const { functions, collections } = deployment;
  const lines = functions.map(
    ({ name, bytes, timeout, memorySize, triggers, installDependency, envVariables }) => {
      const parts = [
        `${String(Math.ceil(bytes / 1024))} KB`,
        `${String(timeout)} 秒`,
        `${String(memorySize)} MB`,
      ];
      if (triggers.length > 0) parts.push('有定时器');
      if (installDependency) parts.push('云端安装依赖');
      parts.push(`变量 ${String(bytesOf(envVariables))}/${String(MOST_BYTES)} 字节`);
      return `  tcb fn deploy ${name} -e ${environmentId}    # ${parts.join('，')}`;
    },
  );
  const indexes = collections.reduce((sum, each) => sum + each.indexes.length, 0);
  return [
    '函数：',
    ...lines,
    `数据库：${String(collections.length)} 个集合，${String(indexes)} 个索引，安全规则都是 ${JSON.stringify(DATABASE_RULE)}`,
    ...collections.map(
      ({ name, indexes: own }) => `  ${name}: ${own.map((index) => index.name).join('、') || '（只有 _id）'}`,
    ),
    `云存储安全规则：${JSON.stringify(STORAGE_RULE)}`,
    '云存储生命周期：每个乡镇的 printed/ 和 packs/ 留 7 天，u/*/import-*/ 留 30 天',
  ].join('\n');
}
