"""The workloads of dojo.bench.Workload as PyTorch's users write them.

One workload in a process of its own; prints a line per figure: unit, number, name.

    python pytorch.py small|big|gemm|dropout|headline [--threads N] [--data FOLDER]
"""

import argparse
import csv
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

WARM_UP, SECONDS = 3, 5


def show(unit, value, name):
    print(f"{unit}\t{value:.6g}\t{name}", flush=True)


def repeat(duration, call):
    """Returns the mean seconds of a call."""
    calls, spent, start = 0, 0, time.perf_counter()
    while spent < duration:
        call()
        calls += 1
        spent = time.perf_counter() - start
    return spent / calls


def seconds(warm_up, measured, call):
    """Returns the mean seconds of a call, after a warm-up."""
    repeat(warm_up, call)
    return repeat(measured, call)


def net(inputs, width, p):
    return nn.Sequential(
        nn.Linear(inputs, width), nn.ReLU(), nn.Dropout(p),
        nn.Linear(width, width), nn.ReLU(), nn.Dropout(p),
        nn.Linear(width, 10))


def train(inputs, width, batch):
    model = net(inputs, width, 0.5)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    x, y = torch.rand(batch, inputs), torch.randint(10, (batch,))
    model.train()

    def step():
        optimizer.zero_grad()
        functional.cross_entropy(model(x), y).backward()
        optimizer.step()

    start = time.perf_counter()
    for _ in range(100):
        step()
    show("samples/s", 100 * batch / (time.perf_counter() - start), "first 100 steps")
    show("samples/s", batch / seconds(WARM_UP, SECONDS, step), "later steps")


def multiply():
    for m, n, k in ((64, 256, 64), (64, 256, 256), (256, 256, 64),
                    (128, 512, 784), (128, 512, 512), (784, 512, 128)):
        a, b, c = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
        spent = seconds(1, 1, lambda: torch.mm(a, b, out=c))
        show("GFLOP/s", 2 * m * n * k / spent / 1e9, f"{m}x{n}x{k}")


def drop():
    x = torch.randn(128, 512)
    for p in (0.1, 0.5):
        layer = nn.Dropout(p)
        show("ns", seconds(1, 1, lambda: layer(x)) / x.numel() * 1e9, f"per number, p = {p}")


def read(file):
    with open(file, newline="") as lines:
        table = torch.tensor([[float(cell) for cell in row] for row in csv.reader(lines)])
    return table[:, :-1].contiguous(), table[:, -1].long()


def noisy_part(x, y):
    """1,000 examples, every class equally often, then a wrong label for a tenth of them."""
    order = torch.randperm(len(y))
    chosen = torch.cat([order[y[order] == label][:100] for label in range(10)])
    x, y = x[chosen], y[chosen]
    wrong = torch.randperm(len(y))[:100]
    y[wrong] = (y[wrong] + torch.randint(1, 10, (100,))) % 10
    return x, y


@torch.no_grad()
def score(model, x, y):
    model.eval()
    output = model(x)
    return (functional.cross_entropy(output, y).item(),
            (output.argmax(1) != y).float().mean().item())


def run(p, seed, train_set, test_set):
    torch.manual_seed(seed)
    x, y = noisy_part(*train_set)
    model = net(x.shape[1], 256, p)
    for layer in model:
        if isinstance(layer, nn.Linear):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
    with torch.no_grad():
        model[-1].weight.mul_(0.5)
    optimizer = torch.optim.Adam(model.parameters())
    history = []
    for _ in range(60):
        model.train()
        for batch in torch.randperm(len(y)).split(50):  # faster than a DataLoader
            optimizer.zero_grad()
            functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
        history.append((score(model, x, y), score(model, *test_set)))
    return history


def headline(data):
    start = time.perf_counter()
    train_set, test_set = read(data / "train.csv"), read(data / "test.csv")
    runs = {p: [run(p, seed, train_set, test_set) for seed in range(10)] for p in (0.0, 0.5)}
    show("s", time.perf_counter() - start, "twenty runs")
    for p, histories in runs.items():
        errors = [history[-1][1][1] for history in histories]
        show("%", 100 * sum(errors) / len(errors), f"test error, p = {p}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("workload", choices=["small", "big", "gemm", "dropout", "headline"])
    parser.add_argument("--threads", type=int, help="PyTorch's default without it")
    parser.add_argument("--data", type=Path, help="the folder with train.csv and test.csv")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    if options.workload == "small":
        train(64, 256, 64)
    elif options.workload == "big":
        train(784, 512, 128)
    elif options.workload == "gemm":
        multiply()
    elif options.workload == "dropout":
        drop()
    else:
        headline(options.data)
