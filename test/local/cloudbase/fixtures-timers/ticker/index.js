// Prints what a trigger hands over; slow on request of the environment, to see whether runs overlap.
/* global exports, setTimeout */
exports.main = async (event) => {
  const { WX_OPENID = null, TRIGGER_SRC, TCB_SOURCE } = process.env;
  console.log(
    `began ${JSON.stringify({ event, WX_OPENID, TRIGGER_SRC, TCB_SOURCE, at: new Date().toISOString() })}`,
  );
  await new Promise((done) => setTimeout(done, Number(process.env.TICK_MS)));
  console.log('ended');
};
