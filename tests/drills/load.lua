-- Visitors without number: each asks for one path after the other, and counts what is no answer.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

-- A file of paths, the host, the milliseconds between two questions, and the forms to take.
function init(arguments)
  paths, at, answers, wrong = {}, 0, 0, 0
  for path in io.lines(arguments[1]) do
    table.insert(paths, path)
  end
  host = arguments[2]
  if tonumber(arguments[3]) > 0 then
    pause = tonumber(arguments[3])
    function delay() return pause end
  end
  forms = {}
  for form in arguments[4]:gmatch("%w+") do
    table.insert(forms, form)
  end
end

function request()
  at = at + 1
  local headers = { Host = host, ["Accept-Encoding"] = forms[at % #forms + 1] }
  return wrk.format("GET", paths[at % #paths + 1], headers)
end

function response(status)
  answers = answers + 1
  if status ~= 200 then
    wrong = wrong + 1
  end
end

function done(summary)
  local all, bad = 0, 0
  for _, thread in ipairs(threads) do
    all, bad = all + thread:get("answers"), bad + thread:get("wrong")
  end
  local broken = summary.errors
  broken = broken.connect + broken.read + broken.write + broken.timeout
  print(string.format("counted %d %d %d %d", all, bad, broken, summary.duration))
end
