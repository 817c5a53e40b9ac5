// Looks at a bot that was just deployed, from outside: node infra/smoke.mjs https://HOST [SECONDS]
const [address, seconds = "300"] = process.argv.slice(2);
const until = Date.now() + Number(seconds) * 1000;

async function status(path, options) {
  try {
    return (await fetch(new URL(path, address), { redirect: "error", signal: AbortSignal.timeout(15000), ...options })).status;
  } catch (failure) {
    return failure.cause?.code ?? failure.message;
  }
}

// A new instance needs a while to start and to reach its store.
async function becomes(path, wanted) {
  let got;
  do {
    got = await status(path);
    if (got === wanted) return;
    await new Promise(resolve => setTimeout(resolve, 1000));
  } while (Date.now() < until);
  throw new Error(`${path}: ${got} and not ${wanted} for ${seconds} seconds`);
}

async function is(path, wanted, why, options) {
  const got = await status(path, options);
  if (got !== wanted) throw new Error(`${path}: ${got} and not ${wanted}. ${why}`);
}

const post = body => ({ method: "POST", headers: { "Content-Type": "application/json" }, body });

try {
  await becomes("/health/live", 200);
  await becomes("/health/ready", 200);
  await is("/api/messages", 401, "Strangers must not be heard.", post('{"type":"message","text":"hi"}'));
  await is("/api/leads", 401, "Leads without a signature must not be taken.", post('{"id":"smoke"}'));
  console.log(`${address} answers, reaches its store and refuses strangers.`);
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
