/** A clerk writes what is to be in force next; the chief puts it into force, or ends it. */
import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { auditOnce } from '../../notify/audit/store';
import { actOnce, findAct, markOf, type Decided } from '../../shared/act';
import { encryptField } from '../../shared/cipher';
import { append, drop, put, type Changes } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { workReportInputs } from '../work-report/schemas';
import {
  bearRule,
  changeRule,
  KEPT_ACTS,
  KEPT_VERSIONS,
  readRule,
  readRules,
  ruleId,
  RULES_AT_MOST,
  WALL_RULES,
  type KeptVersion,
  type WallRule,
} from './store';

type Saving = Input<'report', 'saveWallRule'>;
type Saved = Output<'report', 'saveWallRule'>;
type Acting = Input<'report', 'actOnWallRule'>;
type Acted = Output<'report', 'actOnWallRule'>;

const signed = (call: Call) => ({ by: encryptField(call.admitted?.name ?? ''), at: call.now });

/** The row of the audit stands before the write: left alone only where somebody else was faster by a moment. */
async function audit(call: Call, rule: string, act: string, version: number): Promise<void> {
  const row = { act, of: '', from: '', to: String(version) };
  await auditOnce(WALL_RULES, { township: call.township, _id: rule }, row, call);
}

const answered = (call: Call, rule: WallRule | undefined) => {
  const act = findAct(call, rule?.acts);
  return act && { hash: act.h, answer: { rule: rule?._id ?? '', edition: act.n } };
};

async function bear(call: Call, { township, title, body }: Saving): Promise<Refused | Decided<Saved>> {
  if ((await readRules(township)).length >= RULES_AT_MOST)
    return refuse('too-many-rows', { max: RULES_AT_MOST });
  const _id = ruleId(township, title);
  const born: WallRule = {
    _id,
    township,
    rev: 1,
    title: encryptField(title),
    edition: 1,
    version: 0,
    earlier: [],
    draft: { ...signed(call), body: encryptField(body) },
    acts: [{ ...markOf(call), n: 1 }],
  };
  const write = async () => {
    await audit(call, _id, 'save', 0);
    return bearRule(born);
  };
  return { answer: { rule: _id, edition: 1 }, write };
}

function change(call: Call, rule: WallRule, act: string, changes: Changes): Decided<Saved> {
  const next = rule.edition + 1;
  const write = async () => {
    await audit(call, rule._id, act, rule.version);
    const mark = { ...markOf(call), n: next };
    return changeRule(rule, { ...changes, edition: put(next), acts: append([mark], KEPT_ACTS) });
  };
  return { answer: { rule: rule._id, edition: next }, write };
}

/** One read, one row of the audit, one write after admit; one read more for a new rule. */
export const saveWallRule: Action<Saving, Saved> = {
  write: true,
  input: workReportInputs.saveWallRule,
  run: (call, asked) =>
    actOnce<WallRule | undefined, Saved>(call, {
      read: () => readRule(asked.township, ruleId(asked.township, asked.title)),
      seen: (rule) => answered(call, rule),
      decide: (rule) => {
        if ((rule?.edition ?? 0) !== asked.edition) return refuse('row-changed');
        if (!rule) return bear(call, asked);
        return change(call, rule, 'save', {
          draft: put({ ...signed(call), body: encryptField(asked.body) }),
        });
      },
    }),
};

function decide(call: Call, rule: WallRule, { act, on }: Acting): Refused | Decided<Saved> {
  const { inForce, draft, version } = rule;
  const was: KeptVersion | undefined = inForce && { ...inForce, until: on };
  if (was && on < was.since) return refuse('bad-input', { field: 'on' });
  const past: Changes = was ? { earlier: append([was], KEPT_VERSIONS) } : {};
  if (act === 'end')
    return was ? change(call, rule, 'end', { ...past, inForce: drop }) : refuse('wrong-state');
  if (!draft) return refuse('wrong-state');
  const next = { version: version + 1, body: draft.body, since: on, ...signed(call) };
  const changes = { ...past, inForce: put(next), version: put(next.version), draft: drop };
  return change(call, rule, 'enforce', changes);
}

/** One read, one row of the audit, one write after admit. */
async function run(call: Call, asked: Acting): Promise<Answer<Acted>> {
  const done = await actOnce<WallRule | undefined, Saved>(call, {
    read: () => readRule(asked.township, asked.rule),
    seen: (rule) => answered(call, rule),
    decide: (rule) => {
      if (!rule) return refuse('not-found');
      return rule.edition === asked.edition ? decide(call, rule, asked) : refuse('row-changed');
    },
  });
  return done.ok ? ok({ edition: done.data.edition }) : done;
}

export const actOnWallRule: Action<Acting, Acted> = {
  write: true,
  input: workReportInputs.actOnWallRule,
  run,
};
