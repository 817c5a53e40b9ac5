// Looks at a bot that was just deployed, from outside: node infra/smoke.mjs https://HOST [SECONDS]
const [address, seconds = "300"] = process.argv.slice(2);
const until = Date.now() + Number(seconds) * 1000;

// The status, or why there is none, and what the answer says is wrong.
async function look(path, options) {
  try {
    const answer = await fetch(new URL(path, address), { redirect: "error", signal: AbortSignal.timeout(15000), ...options });
    const text = await answer.text();
    return [answer.status, wrong(text)];
  } catch (failure) {
    return [failure.cause?.code ?? failure.message, ""];
  }
}

function wrong(text) {
  try {
    return Object.entries(JSON.parse(text).checks ?? {}).filter(([, state]) => state !== "fine").map(([name, state]) => ` ${name}: ${state}.`).join("");
  } catch {
    return "";
  }
}

// A new instance needs a while to start and to reach its store.
async function becomes(path, wanted) {
  let got, why;
  do {
    [got, why] = await look(path);
    if (got === wanted) return;
    await new Promise(resolve => setTimeout(resolve, 1000));
  } while (Date.now() < until);
  throw new Error(`${path}: ${got} and not ${wanted} for ${seconds} seconds.${why}`);
}

async function is(path, wanted, why, options) {
  const [got] = await look(path, options);
  if (got !== wanted) throw new Error(`${path}: ${got} and not ${wanted}. ${why}`);
}

const post = body => ({ method: "POST", headers: { "Content-Type": "application/json" }, body });

try {
  await becomes("/health/live", 200);
  await becomes("/health/ready", 200);
  await is("/api/messages", 401, "Strangers must not be heard.", post('{"type":"message","text":"hi"}'));
  await is("/api/leads", 401, "Leads without a signature must not be taken.", post('{"id":"smoke"}'));
  console.log(`${address} answers, reaches its store, has a token for Teams, and refuses strangers.`);
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
