/** As much of the SDK's shape as the tests use; its own types are looser. */

export interface SdkCondition {
  and(...operands: unknown[]): SdkCondition;
  or(...operands: unknown[]): SdkCondition;
}

type Maker = (...operands: unknown[]) => SdkCondition;

type QueryName =
  'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'nin' | 'all' | 'elemMatch' | 'exists' | 'size' | 'mod';
type LogicName = 'and' | 'or' | 'nor' | 'not';
type UpdateName =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename')
  | ('push' | 'pull' | 'pullAll' | 'pop' | 'shift' | 'unshift' | 'addToSet');

type ExpressionName = 'addToSet' | 'first' | 'max' | 'min' | 'sum';

export type SdkExpressions = Record<ExpressionName, (operand: unknown) => object>;

export interface SdkCommand extends Record<QueryName | LogicName | UpdateName, Maker> {
  readonly aggregate: SdkExpressions;
  readonly project: Record<'slice' | 'elemMatch', (operand: unknown) => object>;
}

export type Row = Record<string, unknown>;

type StageName = 'match' | 'sort' | 'limit' | 'group' | 'unwind';

export interface SdkAggregate extends Record<StageName, (operand: unknown) => SdkAggregate> {
  end(): Promise<{ data: Row[] }>;
}

export interface SdkQuery {
  where(query: unknown): SdkQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  skip(count: number): SdkQuery;
  field(fields: object): SdkQuery;
  options(options: object): SdkQuery;
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  update(data: object): Promise<{ updated: number }>;
  updateAndReturn(data: object): Promise<{ updated: number; doc: Row | null }>;
  remove(): Promise<{ deleted: number }>;
}

export interface SdkDocument {
  get(): Promise<{ data: Row[] }>;
  set(data: object): Promise<{ updated: number; upsertedId: unknown }>;
  update(data: object): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  add(data: object): Promise<{ id: string; ids: string[] }>;
  aggregate(): SdkAggregate;
}

export interface SdkDatabase {
  readonly command: SdkCommand;
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  runTransaction(run: () => unknown): Promise<unknown>;
  serverDate(options?: { offset: number }): object;
  ObjectId(options: { id: string }): object;
  RegExp(options: { regexp: string; options?: string }): object;
}
